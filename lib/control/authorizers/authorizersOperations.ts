import type { ControlContext } from '../ControlContext';
import type { AuthorizersControl } from './AuthorizersControl';
import { createAuthorizer } from './create';
import { deleteAuthorizer } from './delete';
import { listAuthorizers } from './list';
import { testAuthorizer } from './testAuthorizer';
import { updateAuthorizer } from './update';

export function authorizersOperations(context: ControlContext): AuthorizersControl {
  return {
    list: listAuthorizers(context),
    create: createAuthorizer(context),
    update: updateAuthorizer(context),
    delete: deleteAuthorizer(context),
    test: testAuthorizer(context),
  };
}
