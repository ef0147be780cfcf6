import type { ControlContext } from '../ControlContext';
import { badRequest } from '../parse';

/** `data:` URL */
export type Logo = string;
export type LogoPorts = Pick<ControlContext, 'ports'>;

/** @returns undefined where no address was given, null for ''. @throws ControlError BadRequestException */
export async function readLogo(
  _context: LogoPorts,
  logoUri: string | undefined,
): Promise<Logo | null | undefined> {
  if (logoUri === undefined) return undefined;
  if (logoUri === '') return null;
  throw badRequest({ field: 'logoUri', message: 'Upload the logo: no S3 endpoint is configured' });
}
