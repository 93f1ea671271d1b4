import { specs } from './specs.ts'
import { longName, type OptionSpec, type Spec } from './spec.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What makes a shell complete the commands, their options and the values of those. */
export const completionFor = (shell: Shell): string => ({ bash, zsh, fish })[shell]()

const names = (spec: Spec): string[] => [...spec.options.map(longName), '--help']
const choicesOf = ({ options }: Spec): OptionSpec[] => options.filter(({ choices }) => choices !== undefined)

function bash(): string {
  const commands = specs.map(({ name }) => name).join(' ')
  const values = specs.flatMap((spec) =>
    choicesOf(spec).map((option) => `    ${spec.name}:${longName(option)}) words="${option.choices!.join(' ')}" ;;`)
  )
  const options = specs.map((spec) => `    ${spec.name}) words="${names(spec).join(' ')}" ;;`)
  return `# bash completion for palimpsest
_palimpsest() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands} help --help --version" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}:$prev" in
${values.join('\n')}
    completion:completion) words="${shells.join(' ')}" ;;
    help:help) words="${commands}" ;;
  esac
  if [ -z "$words" ] && [[ $cur == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${options.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _palimpsest palimpsest
`
}

/** In single quotes, with what zsh's own notation gives a meaning taken from it. */
const quoted = (text: string): string => text.replaceAll("'", `'\\''`).replaceAll(/[[\]:]/gu, String.raw`\$&`)

function zsh(): string {
  const commands = specs.map(({ name, about }) => `    '${name}:${quoted(about)}'`)
  const cases = specs.map(
    (spec) =>
      `    ${spec.name}) _arguments ${[...spec.options.map(zshOption), `'--help[this text]'`, `'*:file:_files'`].join(' ')} ;;`
  )
  return `#compdef palimpsest
_palimpsest() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
_palimpsest "$@"
`
}

function zshOption(option: OptionSpec): string {
  const about = quoted(option.about.split(/[,:;(]/u)[0]!.trim())
  const name = longName(option)
  if (!option.flags.includes('<')) return `'${name}[${about}]'`
  const values = option.choices === undefined ? '_files' : `(${option.choices.join(' ')})`
  return `'${name}[${about}]:value:${values}'`
}

function fish(): string {
  const single = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)
  const first = specs.map(
    ({ name, about }) => `complete -c palimpsest -n __fish_use_subcommand -f -a ${name} -d '${single(about)}'`
  )
  const options = specs.flatMap((spec) =>
    spec.options.map((option) => {
      const short = /^-(\w),/u.exec(option.flags)?.[1]
      const takes = option.flags.includes('<')
        ? ` -r${option.choices === undefined ? '' : ` -f -a '${option.choices.join(' ')}'`}`
        : ''
      return `complete -c palimpsest -n '__fish_seen_subcommand_from ${spec.name}' -l ${longName(option).slice(2)}${short === undefined ? '' : ` -s ${short}`}${takes} -d '${single(option.about.split(/[,:;(]/u)[0]!.trim())}'`
    })
  )
  return `# fish completion for palimpsest
${[...first, ...options].join('\n')}
complete -c palimpsest -n '__fish_seen_subcommand_from completion' -f -a '${shells.join(' ')}'
`
}
