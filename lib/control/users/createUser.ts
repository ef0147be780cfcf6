import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runWrite } from '../operation';
import { parse } from '../parse';
import { permit } from '../permission';
import type { Passwords } from './createPasswords';
import { insertUser } from './insertUser';
import { toUser } from './readUser';
import { userInput } from './userInput';

/** A console user or a developer with a first password, made by an administrator. */
export function createUser(context: ControlContext, passwords: Passwords): Control['users']['create'] {
  return async (actor, input) => {
    permit(actor, 'administrator', 'CreateUser');
    const { password, ...values } = parse(userInput, input);
    // Before the transaction: the embedded database has one connection, which must not wait for scrypt.
    const passwordHash = await passwords.hash(password);
    return runWrite(context, actor, 'CreateUser', async ({ db, now, audit }) => {
      const made = await insertUser(db, now, { ...values, passwordHash });
      audit(made.row.id, { email: values.email, role: values.role });
      return toUser(made);
    });
  };
}
