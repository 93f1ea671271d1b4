// The process that is killed: migrates the library at its first argument, and dies before the statement of that number.
import { interruptMigration } from './interrupting.ts'

const [, , path, at] = process.argv
interruptMigration(path!, Number(at), () => process.kill(process.pid, 'SIGKILL'))
