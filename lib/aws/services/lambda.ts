import { restJsonProtocol } from '../protocols/restJsonProtocol';
import type { Service } from '../Service';
import { functionResource, invoke } from './lambda/invoke';

export const lambda: Service = {
  name: 'lambda',
  protocol: restJsonProtocol({
    routes: [
      { operation: 'Invoke', method: 'POST', path: '/2015-03-31/functions/{FunctionName}/invocations' },
    ],
    errorBody: ({ message }) => ({ Type: 'User', Message: message, message }),
  }),
  operations: new Map([
    ['Invoke', { action: 'lambda:InvokeFunction', resource: functionResource, run: invoke }],
  ]),
  errorCodes: {
    BadRequestException: 'InvalidParameterValueException',
    NotFoundException: 'ResourceNotFoundException',
    ServiceUnavailableException: 'ServiceException',
  },
};
