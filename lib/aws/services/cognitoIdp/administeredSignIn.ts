import type { OperationCall } from '../../Service';
import type { CognitoRuns } from './CognitoRuns';

const byTheControlPlane = ({ operation, input, request: { sourceIp }, actor, door }: OperationCall) =>
  door.control.userPools.administeredSignIn(actor, { operation, input, sourceIp });

/** Sign-in by a server that signs its calls; the control plane reads the input, as it does that of unsigned ones. */
export const administeredSignIn: CognitoRuns = {
  AdminInitiateAuth: byTheControlPlane,
  AdminRespondToAuthChallenge: byTheControlPlane,
};
