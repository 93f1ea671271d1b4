import { jsonOption, usualExits, type Spec } from '../spec.ts'

/** What helps to use the others. */
export const helperSpecs: readonly Spec[] = [
  {
    name: 'completion',
    about: 'print what makes a shell complete commands and options',
    args: [{ name: '<shell>', about: 'bash, zsh or fish' }],
    options: [jsonOption],
    more: [],
    json: ['{ shell: string, script: string }'],
    exits: usualExits,
    examples: [
      'palimpsest completion bash > ~/.local/share/bash-completion/completions/palimpsest',
      'palimpsest completion zsh > "${fpath[1]}/_palimpsest"',
      'palimpsest completion fish > ~/.config/fish/completions/palimpsest.fish'
    ],
    load: async () => (await import('../commands/completion.ts')).completion
  }
]
