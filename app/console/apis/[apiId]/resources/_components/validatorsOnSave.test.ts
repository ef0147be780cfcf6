import { expect, test } from 'vitest';
import { offeredOnSave, sameChecks, validatorOnSave } from './validatorsOnSave';

const body = { id: 'b', name: 'mine', validateRequestParameters: false, validateRequestBody: true };
const old = { id: 'o', name: 'before bodies were checked', validateRequestParameters: true };

test.each([
  ['none', [], ['validate-body', 'validate-parameters', 'validate-body-and-parameters']],
  ['one for bodies', [body], ['validate-parameters', 'validate-body-and-parameters']],
  ['one without a word on bodies', [old], ['validate-body', 'validate-body-and-parameters']],
])('an API with %s is offered the others', (_, validators, offered) => {
  expect(offeredOnSave(validators).map(({ value }) => value)).toEqual(offered);
});

test('what is offered is found by its value, and its like by what it checks', () => {
  const wanted = validatorOnSave('validate-parameters');
  expect(wanted && sameChecks([body, old], wanted)).toBe(old);
  expect(validatorOnSave('b')).toBeUndefined();
});
