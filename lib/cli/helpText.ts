import type { Command, Options } from './Command';
import { commands } from './commands';

const exitCodes = 'Exit codes: 0 done and well, 1 failed or not well, 2 not understood.';

export function generalHelp(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  return `Gatehouse is Amazon API Gateway that anyone can run.

Usage: gatehouse COMMAND [OPTIONS]

Commands:
${columns(rows)}

\`gatehouse COMMAND --help\` shows a command's options with examples; \`gatehouse --version\` the version.

Commands that read or change something sign with the key of an IAM user, from GATEHOUSE_ACCESS_KEY_ID and
GATEHOUSE_SECRET_ACCESS_KEY, else AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.
${exitCodes}
`;
}

export function commandHelp(name: string, { usage, about, options, examples }: Command): string {
  return `${about}

Usage:
${usage.map((line) => `  gatehouse ${name} ${line}`.trimEnd()).join('\n')}

Options:
${columns(optionRows(options))}

Examples:
${examples.map((line) => `  ${line}`).join('\n')}

${exitCodes}
`;
}

function optionRows(options: Options): (readonly [string, string])[] {
  const rows = Object.entries(options).map(([name, { short, value, help }]) => {
    const letter = short ? `-${short}, ` : '';
    return [`${letter}--${name}${value ? ` ${value}` : ''}`, help] as const;
  });
  return [...rows, ['-h, --help', 'this help'] as const];
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
