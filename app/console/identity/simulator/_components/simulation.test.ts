import { expect, test } from 'vitest';
import { readSimulation, type Simulation, simulationInput, simulationQuery } from './simulation';

const whole: Simulation = {
  user: 'a+b@example.com',
  api: 'abc123',
  stage: 'prod',
  method: 'POST',
  path: '/pets/ä?x=1&y',
  context: { 'aws:SourceIp': '10.0.0.1', 'aws:UserAgent': 'a=b&c', 'aws:Referer': '' },
};
const empty: Simulation = { user: '', api: '', stage: '', method: 'GET', path: '', context: {} };

function throughAddress(simulation: Simulation): Simulation {
  const query = new URLSearchParams(simulationQuery(simulation));
  return readSimulation(Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)])));
}

test.each([
  ['a whole one', whole],
  ['an empty one', empty],
])('%s goes through the address unchanged', (_name, simulation) => {
  expect(throughAddress(simulation)).toEqual(simulation);
});

test('what is no pair is left out', () => {
  expect(readSimulation({ context: ['x', 'k=v'], user: ['ada', 'eve'] })).toMatchObject({
    user: 'ada',
    context: { k: 'v' },
  });
});

test('it is asked only when all is chosen', () => {
  expect(simulationInput(whole)).toEqual({
    userName: whole.user,
    restApiId: 'abc123',
    stageName: 'prod',
    httpMethod: 'POST',
    path: whole.path,
    context: whole.context,
  });
  for (const part of [{ user: '' }, { api: '' }, { stage: '' }, { path: '' }, { method: 'BREW' }])
    expect(simulationInput({ ...whole, ...part })).toBeUndefined();
});
