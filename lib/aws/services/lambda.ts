import { restJsonProtocol } from '../protocols/restJsonProtocol';
import type { Service } from '../Service';
import { operations } from './lambda/operations';
import { routes } from './lambda/routes';

export const lambda: Service = {
  name: 'lambda',
  protocol: restJsonProtocol({
    routes,
    errorBody: ({ message }) => ({ Type: 'User', Message: message, message }),
  }),
  operations,
  errorCodes: {
    BadRequestException: 'InvalidParameterValueException',
    ConflictException: 'ResourceConflictException',
    NotFoundException: 'ResourceNotFoundException',
    ServiceUnavailableException: 'ServiceException',
  },
};
