import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { addressRefusal, isNobody } from './address.ts'
import { Refused } from './refusal.ts'

export interface Resolved {
  readonly address: string
  readonly family: number
}

/** Every address of a name. Rejects with the system's error. */
export type Resolve = (name: string) => Promise<readonly Resolved[]>

/** As every program on this computer resolves it: hosts file, network names and all. */
export const systemResolve: Resolve = (name) => lookup(name, { all: true })

const most = 16

/**
 * The addresses of a host, all of them checked: what is connected to afterwards is one of these, so that a name cannot mean
 * one address when it is checked and another when it is used. One private address among public ones is refused with all.
 * `allowed`: the reader allowed this host. Throws `Refused`, or the system's error.
 */
export async function checkedAddresses(
  host: string,
  { resolve, allowed }: { readonly resolve: Resolve; readonly allowed: boolean }
): Promise<readonly Resolved[]> {
  const family = isIP(host)
  const found = family === 0 ? await resolve(host) : [{ address: host, family }]
  if (found.length === 0) throw new Refused({ failure: 'dns', detail: `${host} has no address` })
  for (const { address } of found) {
    const refusal = addressRefusal(address)
    if (refusal !== null && (!allowed || isNobody(address))) throw new Refused(refusal)
  }
  return found.slice(0, most)
}
