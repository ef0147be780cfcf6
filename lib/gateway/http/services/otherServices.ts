import { encodePathValue, encodeText } from '../../mapping/encodePathValue';
import { listOf, timeOf } from './parameterValues';
import { jsonRequest, type ServiceAction } from './ServiceAction';

const putEvents: ServiceAction = {
  service: 'events',
  required: ['Detail', 'DetailType', 'Source'],
  optional: ['Time', 'EventBusName', 'Resources', 'TraceHeader'],
  request: ({ Time, Resources, ...plain }) =>
    jsonRequest('AWSEvents.PutEvents', '1.1', {
      Entries: [
        {
          ...plain,
          ...(Time !== undefined && { Time: timeOf(Time) }),
          ...(Resources !== undefined && { Resources: listOf(Resources) }),
        },
      ],
    }),
};

/** Data is a blob, which JSON carries as base64: what the expression gives are its bytes. */
const putRecord: ServiceAction = {
  service: 'kinesis',
  required: ['StreamName', 'Data', 'PartitionKey'],
  optional: ['SequenceNumberForOrdering', 'ExplicitHashKey'],
  request: ({ Data = '', ...plain }) =>
    jsonRequest('Kinesis_20131202.PutRecord', '1.1', {
      ...plain,
      Data: Buffer.from(Data).toString('base64'),
    }),
};

const getConfiguration: ServiceAction = {
  service: 'appconfig',
  required: ['Application', 'Environment', 'Configuration', 'ClientId'],
  optional: ['ClientConfigurationVersion'],
  request: (parameters) => {
    const { Application = '', Environment = '', Configuration = '', ClientId = '' } = parameters;
    const [application, environment, configuration] = [Application, Environment, Configuration].map(
      encodePathValue,
    );
    const version = parameters.ClientConfigurationVersion;
    const known = version === undefined ? '' : `&client_configuration_version=${encodeText(version)}`;
    return {
      method: 'GET',
      url: `/applications/${application}/environments/${environment}/configurations/${configuration}?client_id=${encodeText(ClientId)}${known}`,
      headers: [],
      body: undefined,
    };
  },
};

export const otherServices: Readonly<Record<string, ServiceAction>> = {
  'EventBridge-PutEvents': putEvents,
  'Kinesis-PutRecord': putRecord,
  'AppConfig-GetConfiguration': getConfiguration,
};
