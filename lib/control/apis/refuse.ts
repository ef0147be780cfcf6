import type { ControlError, FieldError } from '@/lib/model/ControlError';
import type { ProtocolType } from '@/lib/model/v2/api';
import { badRequest } from '../parse';

/** One thing wrong with one member. */
export const fault = (field: string, message: string): ControlError => badRequest({ field, message });

/** @throws ControlError BadRequestException when there is any */
export function refuseAll(faults: FieldError[]): void {
  if (faults.length > 0) throw badRequest(...faults);
}

/** Members that say something and that the other protocol alone has. */
export function unsupported(protocol: ProtocolType, members: Record<string, unknown>): FieldError[] {
  return Object.entries(members)
    .filter(([, value]) => value !== undefined && value !== false && value !== '' && !isBare(value))
    .map(([field]) => ({ field, message: `${field} is not currently supported for ${protocol} protocol.` }));
}

const isBare = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
