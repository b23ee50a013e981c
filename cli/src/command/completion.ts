import { inputForms } from '@whybounce/core';
import { commandNames } from '../command-names.ts';
import { checkFormats } from '../output/check/writer.ts';
import { outputFormats } from '../output/writer.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `whybounce completion SHELL`: a script that completes commands and options.
 *
 * @param options every long option that a command has
 * @param subcommands of the commands that have some
 */
export function completionScript(
  shell: string,
  options: readonly string[],
  subcommands: ReadonlyMap<string, readonly string[]>,
): string {
  const forms = inputForms.join(' ');
  const formats = [...new Set([...outputFormats, ...checkFormats])].join(' ');
  const below = [...subcommands];
  switch (shell) {
    case 'bash':
      return `_whybounce() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
    --as) COMPREPLY=($(compgen -W "${forms}" -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W "${formats}" -- "$word")); return ;;
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")); return ;;
${below.map(([name, names]) => `    ${name}) COMPREPLY=($(compgen -W "${names.join(' ')}" -f -- "$word")); return ;;\n`).join('')}  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${options.join(' ')} --help" -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "${commandNames.join(' ')}" -f -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _whybounce whybounce
`;
    case 'zsh':
      return `#compdef whybounce
_arguments \\
  '1: :(${commandNames.join(' ')})' \\
  '--as[form of the input]:form:(${forms})' \\
  '--format[form of the output]:format:(${formats})' \\
  '--utc-offset[zone of times that name none]:offset:' \\
  '*--rules[your own rules]:file:_files' \\
  '--port[where serve listens]:port:' \\
  '--host[network that serve listens on, or server that gave a reply]:host:_hosts' \\
  '--url[address by which others reach serve]:address:' \\
  '--data[folder for the data of serve]:folder:_files -/' \\
  '--help[show help]' '--version[show the version]' \\
  '*:file:_files'
`;
    case 'fish':
      return [
        ...commandNames.map((command) => `complete -c whybounce -n __fish_use_subcommand -a ${command}`),
        ...below.map(
          ([name, names]) => `complete -c whybounce -n '__fish_seen_subcommand_from ${name}' -a '${names.join(' ')}'`,
        ),
        `complete -c whybounce -l as -x -a '${forms}' -d 'form of the input'`,
        `complete -c whybounce -l format -x -a '${formats}' -d 'form of the output'`,
        `complete -c whybounce -l utc-offset -x -d 'zone of times that name none'`,
        `complete -c whybounce -l rules -r -d 'your own rules'`,
        `complete -c whybounce -n '__fish_seen_subcommand_from serve' -l port -x -d 'where to listen'`,
        `complete -c whybounce -n '__fish_seen_subcommand_from serve' -l host -x -d 'the network to listen on'`,
        `complete -c whybounce -n '__fish_seen_subcommand_from serve' -l url -x -d 'the address by which others reach it'`,
        `complete -c whybounce -n '__fish_seen_subcommand_from serve' -l data -r -d 'where data is stored'`,
        '',
      ].join('\n');
    default:
      throw new UsageError(`completion ${shell}: write bash, zsh or fish.`);
  }
}
