import type { PolicyTemplate } from '@/components/console/policy/insertTemplate';

/** What another account needs to include a product in a portal of its own. */
const reading = [
  'apigateway:GetPortalProduct',
  'apigateway:GetProductPage',
  'apigateway:GetProductRestEndpointPage',
  'apigateway:ListProductPages',
  'apigateway:ListProductRestEndpointPages',
];

export const sharingTemplates = (portalProductId: string): PolicyTemplate[] => [
  {
    name: 'Share with another AWS account',
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::123456789012:root' },
        Action: reading,
        Resource: `arn:aws:apigateway:us-east-1:000000000000:/portalproducts/${portalProductId}*`,
      },
    ],
  },
];
