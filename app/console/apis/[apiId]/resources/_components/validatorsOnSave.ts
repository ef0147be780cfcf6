import type { RequestValidator } from '@/lib/model/restApi';

type Checks = Pick<RequestValidator, 'validateRequestParameters' | 'validateRequestBody'>;

/** AWS's console has these three, by these names; `value` stands for one in a form until it is found or made on save. */
const all = [
  {
    value: 'validate-body',
    name: 'Validate body',
    validateRequestParameters: false,
    validateRequestBody: true,
  },
  {
    value: 'validate-parameters',
    name: 'Validate query string parameters and headers',
    validateRequestParameters: true,
    validateRequestBody: false,
  },
  {
    value: 'validate-body-and-parameters',
    name: 'Validate body, query string parameters, and headers',
    validateRequestParameters: true,
    validateRequestBody: true,
  },
];
type ValidatorOnSave = (typeof all)[number];

export const validatorOnSave = (value: string | undefined): ValidatorOnSave | undefined =>
  all.find((each) => each.value === value);

/** The API's validator that checks the same. */
export const sameChecks = <Validator extends Checks>(validators: readonly Validator[], wanted: Checks) =>
  validators.find(
    (each) =>
      each.validateRequestParameters === wanted.validateRequestParameters &&
      Boolean(each.validateRequestBody) === Boolean(wanted.validateRequestBody),
  );

/** Those that no validator of the API does. */
export const offeredOnSave = (validators: readonly Checks[]): ValidatorOnSave[] =>
  all.filter((each) => !sameChecks(validators, each));
