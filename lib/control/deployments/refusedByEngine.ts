import type { DeploymentDocument } from '@gatehouse/gateway/snapshot';
import { ControlError } from '@/lib/model/ControlError';

/** The engine's SnapshotRejected as a refusal that names the method; every other error as it is. */
export function refusedByEngine(error: unknown, { resources }: DeploymentDocument): unknown {
  if (!isRejection(error)) return error;
  const [, index, verb = '', member = ''] =
    /^resources\[(\d+)\](?:\.resourceMethods\.([A-Z]+))?\.?(.*)$/.exec(error.path) ?? [];
  const resource = index === undefined ? undefined : resources[Number(index)];
  const subject = resource ? `${verb} ${resource.path}`.trim() : error.path;
  const field = [subject, member].filter(Boolean).join(' ');
  return new ControlError('BadRequestException', `${field}: ${error.reason}`, [
    { field, message: error.reason },
  ]);
}

function isRejection(error: unknown): error is Error & { path: string; reason: string } {
  return error instanceof Error && 'code' in error && error.code === 'SnapshotRejected' && 'reason' in error;
}
