import { type Connection, invokeUrl } from './connect';
import { exampleCall } from './exampleCall';

export interface Deployed {
  restApiId: string;
  stageName: string;
  deploymentId: string;
  url: string;
  /** a line to try; absent where no method is */
  curl?: string;
}

/** Deploys to a stage, which is made where it is not there. */
export async function deployTo(
  connection: Connection,
  restApiId: string,
  stageName: string,
  description?: string,
): Promise<Deployed> {
  const { id } = await connection.aws.v1<{ id: string }>('POST', `/restapis/${restApiId}/deployments`, {
    body: { stageName, ...(description !== undefined && { description }) },
  });
  const curl = await exampleCall(connection, restApiId, stageName);
  const url = invokeUrl(connection, restApiId, stageName);
  return { restApiId, stageName, deploymentId: id, url, ...(curl !== undefined && { curl }) };
}

export function deployedText({ deploymentId, stageName, url, curl }: Deployed): string {
  const call = curl === undefined ? '' : `\nTry it:\n  ${curl}\n`;
  return `Deployed ${deploymentId} to ${stageName}: ${url}\n${call}`;
}
