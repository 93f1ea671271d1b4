// How our comparisons read and how long they take, beside other engines in the same run: on pairs of real versions, and on
// generated texts of growing size beside native git. PARTS=pairs,growth chooses; times are processor time, milliseconds.
import { compareGrowth } from './compare/growth.ts'
import { comparePairs } from './compare/read-pairs.ts'

const parts = (process.env['PARTS'] ?? 'pairs,growth').split(',')
if (parts.includes('pairs')) await comparePairs()
if (parts.includes('growth')) compareGrowth()
