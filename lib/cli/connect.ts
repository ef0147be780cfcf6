import { AwsClient } from './AwsClient';
import type { CommandCall } from './Command';
import { type Settings, settingsOf } from './settings';

export interface Connection extends Settings {
  aws: AwsClient;
}

/** Nothing is called yet. */
export function connect(call: CommandCall): Connection {
  const settings = settingsOf(call);
  return { ...settings, aws: new AwsClient(settings) };
}

/** By path and not by host: not every resolver knows names below localhost. */
export const invokeUrl = ({ gatewayUrl }: Connection, restApiId: string, stageName: string) =>
  `${gatewayUrl}/_aws/execute-api/${restApiId}/${stageName}`;

/** What a command answers: for machines the value, for people the text. */
export function answer({ flags, terminal }: CommandCall, value: unknown, text: () => string): number {
  terminal.out(flags.has('json') ? `${JSON.stringify(value, null, 2)}\n` : text());
  return 0;
}
