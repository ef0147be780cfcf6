import type { Options } from './Command';

export const jsonOption: Options = { json: { help: 'JSON for machines' } };

/** Of every command that calls the AWS endpoint. */
export const connectionOptions: Options = {
  'endpoint-url': { value: 'URL', help: 'the AWS endpoint (AWS_ENDPOINT_URL; else http://localhost:4566)' },
  'gateway-url': {
    value: 'URL',
    help: 'where callers reach the gateway (GATEHOUSE_GATEWAY_URL; else http://localhost:8080)',
  },
  region: { value: 'REGION', help: 'that calls are signed for (AWS_REGION; else us-east-1)' },
  'access-key-id': {
    value: 'ID',
    help: 'of an IAM user (GATEHOUSE_ACCESS_KEY_ID, else AWS_ACCESS_KEY_ID)',
  },
  'secret-access-key': {
    value: 'SECRET',
    help: 'better by GATEHOUSE_SECRET_ACCESS_KEY or AWS_SECRET_ACCESS_KEY: others see your options',
  },
};
