// npm run tour [-- file …]: takes pictures of the application's screens, on a virtual display where there is no other.
import { entry, prepare } from './run/entry.mjs'
import { absolute } from './run/files.mjs'
import { startFolder } from './run/root.mjs'
import { tour } from './run/tour.mjs'

await entry(async (args) => await tour(absolute(args, startFolder()), await prepare()))
