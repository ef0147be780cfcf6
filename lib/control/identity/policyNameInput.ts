import { iamName } from '@/lib/model/identity';
import { badRequest } from '../parse';

/** IAM takes 128 characters for a policy's name; here 64, as for all names. @throws ControlError BadRequestException */
export function policyNameInput(policyName: string): void {
  const { error } = iamName.safeParse(policyName);
  if (error) throw badRequest(...error.issues.map(({ message }) => ({ field: 'policyName', message })));
}
