import { ControlError } from '@/lib/model/ControlError';

/** For a product that is not there, and for one that the asker may not know of. */
export function unknownProduct(): ControlError {
  return new ControlError('NotFoundException', 'Invalid portal product specified');
}
