import type { Config } from '../config';
import type { StartFacts } from '../messages';

/** What a start prints: where everything is, and the first thing to try. */
export function announcement(config: Config, facts: StartFacts, seconds: number): string {
  const lines = [
    `Gatehouse is ready (${seconds.toFixed(1)} s).`,
    '',
    `  Console   ${config.publicUrl}/console`,
    `  Portal    ${config.publicUrl}`,
    `  Gateway   ${config.gatewayUrl}`,
  ];
  if (config.awsOpen)
    lines.push(
      `  AWS       http://localhost:${config.awsPort}, which asks for no signature (GATEHOUSE_AWS_AUTH=off)`,
    );
  if (facts.setupUrl)
    lines.push('', '  Make the first administrator (the link works once):', `  ${facts.setupUrl}`);
  if (facts.sampleUrl) lines.push('', '  Call the sample API:', `  curl ${facts.sampleUrl}`);
  return `${lines.join('\n')}\n`;
}
