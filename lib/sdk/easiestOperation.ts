import type { SdkApi, SdkOperation } from './SdkApi';

/** The operation that a first call is shown with: a GET before others, with as little to fill in as there is. */
export function easiestOperation({ operations }: SdkApi): SdkOperation | undefined {
  const [first] = [...operations].sort((a, b) => effort(a) - effort(b));
  return first;
}

const effort = ({ httpMethod, parameters }: SdkOperation) =>
  (httpMethod === 'GET' ? 0 : 100) + parameters.filter(({ required }) => required).length;
