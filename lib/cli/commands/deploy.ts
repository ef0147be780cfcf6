import type { Command } from '../Command';
import { answer, connect } from '../connect';
import { connectionOptions, jsonOption } from '../connectionOptions';
import { deployedText, deployTo } from '../deployTo';
import { findApi } from '../findApi';
import { during } from '../Terminal';
import { wordsOf } from '../wordsOf';

export const deploy: Command = {
  usage: ['API STAGE [--description TEXT]'],
  about: 'Deploys a REST API (id or name) as it is now to a stage, which is made where it is not there.',
  options: {
    description: { value: 'TEXT', help: 'why, for the list of deployments' },
    ...jsonOption,
    ...connectionOptions,
  },
  examples: [
    'gatehouse deploy PetStore dev',
    "gatehouse deploy a1b2c3d4e5 prod --description 'Pets have names'",
  ],
  async run(call) {
    const { API, STAGE } = wordsOf(call.words, 'API', 'STAGE');
    const connection = connect(call);
    const { id } = await findApi(connection.aws, API);
    const description = call.flags.text('description');
    const deployed = await during(call.terminal, `Deploying to ${STAGE} ...`, () =>
      deployTo(connection, id, STAGE, description),
    );
    return answer(call, deployed, () => deployedText(deployed));
  },
};
