import * as z from 'zod'
import type { Removal } from '../../domain/page.ts'
import { shownText } from './metadata/shown.ts'
import { longestSelector, readSelector, select, type Selector } from './selector.ts'
import { attribute, isElement, type Document, type Element } from './tree.ts'

const selector = z
  .string()
  .min(1)
  .max(longestSelector)
  .refine(
    (text) => readSelector(text) !== null,
    'is no selector: tag, #id, .class, [attr], [attr=value], one within another'
  )
const selectors = z.array(selector).max(50).default([])

/**
 * What is known of single sites where nothing general helps: a last resort. Every rule says why it is there. The first that
 * names the host of a page, or a domain it belongs to, holds for it.
 */
const siteRules = z
  .array(
    z.strictObject({
      /** `news.example` also stands for `www.news.example`. */
      host: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/u, 'is no host in small letters'),
      /** The elements that hold the article's body; where none is there, the body is looked for as everywhere. */
      take: selectors,
      /** What is left out before anything is read. */
      remove: selectors,
      why: z.string().min(1).max(500)
    })
  )
  .max(2000)

export type SiteRules = z.infer<typeof siteRules>
export type SiteRule = SiteRules[number]

/** The rules that ship with the application. */
export const shippedRules: SiteRules = []

/** Reads rules from JSON; says in words what is wrong with them. */
export function readSiteRules(json: string): { readonly rules: SiteRules } | { readonly problem: string } {
  try {
    const read = siteRules.safeParse(JSON.parse(json))
    if (read.success) return { rules: read.data }
    const issue = read.error.issues[0]!
    return { problem: `${issue.path.join('.') || 'the file'} ${issue.message}` }
  } catch (error) {
    return { problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

export function ruleFor(rules: SiteRules, url: string): SiteRule | null {
  if (!URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return rules.find(({ host }) => hostname === host || hostname.endsWith(`.${host}`)) ?? null
}

/** Takes out of a page what a rule removes, and says what that was. */
export function removeByRule(document: Document, rule: SiteRule): Removal[] {
  return rule.remove.flatMap((text) =>
    select(document, readSelector(text)!).map((element) => {
      const node = nameOf(element)
      detach(element)
      return {
        step: 'site-rule',
        node,
        why: `the rule for ${rule.host} removes ${text}`,
        text: shownText(element).slice(0, 200)
      }
    })
  )
}

/** Leaves in the body of a page nothing but what a rule takes; whether it found anything. */
export function takeByRule(document: Document, rule: SiteRule): boolean {
  const taken = rule.take.map((text) => readSelector(text)!).flatMap((one: Selector) => select(document, one))
  const body = select(document, readSelector('body')!)[0]
  if (taken.length === 0 || body === undefined) return false
  for (const element of taken) detach(element)
  body.childNodes = taken
  for (const element of taken) element.parentNode = body
  return true
}

function detach(element: Element): void {
  const parent = element.parentNode
  if (parent !== null) parent.childNodes = parent.childNodes.filter((child) => child !== element)
  element.parentNode = null
}

/** `html > body > div#page > aside.related` */
function nameOf(element: Element): string {
  const names: string[] = []
  let at: Element | null = element
  for (let climbed = 0; at !== null && climbed < 20; climbed++) {
    const id = attribute(at, 'id')
    const first = attribute(at, 'class')?.trim().split(/\s+/u, 1)[0]
    names.unshift(
      `${at.tagName}${id === null ? '' : `#${id}`}${first === undefined || first === '' ? '' : `.${first}`}`
    )
    at = isElement(at.parentNode) ? at.parentNode : null
  }
  return names.join(' > ').slice(0, 500)
}
