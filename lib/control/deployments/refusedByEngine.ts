import type { DeploymentDocument } from '@gatehouse/gateway/snapshot';
import { ControlError } from '@/lib/model/ControlError';

/** The engine's SnapshotRejected as a refusal that names the method; every other error as it is. */
export function refusedByEngine(error: unknown, { resources, authorizers }: DeploymentDocument): unknown {
  if (!isRejection(error)) return error;
  const [, index, verb = '', member = ''] =
    /^resources\[(\d+)\](?:\.resourceMethods\.([A-Z]+))?\.?(.*)$/.exec(error.path) ?? [];
  const resource = index === undefined ? undefined : resources[Number(index)];
  const subject = resource ? `${verb} ${resource.path}`.trim() : withAuthorizerNames(error.path, authorizers);
  const field = [subject, member].filter(Boolean).join(' ');
  return new ControlError('BadRequestException', `${field}: ${error.reason}`, [
    { field, message: error.reason },
  ]);
}

/** `authorizers[0].authorizerUri` -> `Authorizer tokens authorizerUri` */
function withAuthorizerNames(path: string, authorizers: DeploymentDocument['authorizers'] = []): string {
  return path.replace(/^authorizers\[(\d+)\]\.?/, (whole, index) => {
    const name = authorizers[Number(index)]?.name;
    return name === undefined ? whole : `Authorizer ${name} `;
  });
}

function isRejection(error: unknown): error is Error & { path: string; reason: string } {
  return error instanceof Error && 'code' in error && error.code === 'SnapshotRejected' && 'reason' in error;
}
