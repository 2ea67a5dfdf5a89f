import { templatesResponse } from '@samtavla/protocol';
import { TEMPLATES } from '@samtavla/templates';
import type { FastifyInstance } from 'fastify';
import { withZod } from '../api.ts';

export function templateRoutes(app: FastifyInstance): void {
  withZod(app).get('/api/templates', { schema: { response: { 200: templatesResponse } } }, () => ({
    templates: TEMPLATES.map(({ id, name, minutes }) => ({ id, name, builtIn: true, minutes })),
  }));
}
