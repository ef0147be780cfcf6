import { userPoolClientInput } from '@/lib/model/userPool';

/** Fields that the form shows refusals at. */
export const clientFields = Object.keys(userPoolClientInput.shape);

/** Of a field, or of an entry of one: `callbackUrls.1`. */
export const isClientField = ({ field }: { field: string }): boolean =>
  clientFields.includes(field.split('.')[0] ?? '');
