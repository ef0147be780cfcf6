/** Entry of the sample's backend: a pet store in the shape of AWS's example API, so that a first call works offline. */
import { createServer } from 'node:http';
import { readConfig } from './config';
import { reasonOf } from './log';
import { endWith } from './messages';
import { listenFailure } from './portHolder';
import { answerPetStore } from './sample/answerPetStore';

process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', () => process.exit(0));

try {
  const port = readConfig().samplePort ?? 0;
  const server = createServer(answerPetStore);
  // Above the gateway's own idle limit: it must be the one that closes idle connections.
  server.keepAliveTimeout = 75_000;
  server.once('error', (error) => endWith(reasonOf(listenFailure(error, port, 'GATEHOUSE_SAMPLE_PORT'))));
  server.listen(port, '127.0.0.1');
} catch (error) {
  endWith(reasonOf(error));
}
