// How our comparisons read and how long they take, beside other engines in the same run: on pairs of real versions, and on
// generated texts of growing size beside native git. PARTS=pairs,growth chooses, and so do
// SOURCES=g1,ota ... among the real ones and SIZES=10000,100000 ... of the generated; times are processor milliseconds.
import { compareGrowth } from './compare/growth.ts'
import { comparePairs } from './compare/read-pairs.ts'

const parts = (process.env['PARTS'] ?? 'pairs,growth').split(',')
if (parts.includes('pairs')) await comparePairs()
if (parts.includes('growth')) compareGrowth()
