import {
  editTemplateRequest,
  importTemplateRequest,
  LIMITS,
  renewTemplateRequest,
  savedTemplate,
  savedTemplateResponse,
  saveTemplateRequest,
  templatesResponse,
} from '@samtavla/protocol';
import { TEMPLATES } from '@samtavla/templates';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { boardIdIn, checkMaker, withZod, type ApiParts } from '../api.ts';

type Params = { Params: { template: string } };

export function templateRoutes(app: FastifyInstance, parts: ApiParts): void {
  const api = withZod(app);
  const { library } = parts;

  api.get('/api/templates', { schema: { response: { 200: templatesResponse } } }, async () => ({
    templates: TEMPLATES.map(({ id, name, minutes }) => ({ id, name, builtIn: true, minutes })),
    saved: await library.list(),
  }));

  api.route({
    method: 'POST',
    url: '/api/boards/:id/templates',
    schema: { body: saveTemplateRequest, response: { 201: savedTemplateResponse } },
    async handler(request, reply) {
      return reply.code(201).send(await library.save(boardIdIn(request.params), request.body));
    },
  });

  api.route({
    method: 'PUT',
    url: '/api/boards/:id/templates/:template',
    schema: { body: renewTemplateRequest, response: { 200: savedTemplate } },
    async handler(request) {
      const { template } = request.params as Params['Params'];
      await library.renew(boardIdIn(request.params), template, request.body);
      return library.template(template);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/templates',
    bodyLimit: LIMITS.templateFileBytes,
    schema: { body: importTemplateRequest, response: { 201: savedTemplateResponse } },
    async handler(request, reply) {
      const { file, visibility, creationCode } = request.body;
      checkMaker(parts, request, creationCode);
      return reply.code(201).send(await library.bringIn(file, visibility));
    },
  });

  api.get<Params>('/api/templates/:template', { schema: { response: { 200: savedTemplate } } }, ({ params }) =>
    library.template(params.template),
  );

  app.get<Params>(
    '/api/templates/:template/file',
    { schema: { summary: 'A saved template as one file, with its images' } },
    async ({ params }, reply) =>
      reply
        .header('content-disposition', 'attachment; filename="samtavla-template.json"')
        .send(await library.file(params.template)),
  );

  api.route({
    method: 'PUT',
    url: '/api/templates/:template',
    schema: { body: editTemplateRequest, response: { 200: savedTemplate } },
    handler: async (request) =>
      library.edit((request.params as Params['Params']).template, secretIn(request), request.body),
  });

  app.delete<Params>('/api/templates/:template', async (request, reply) => {
    await library.remove(request.params.template, secretIn(request));
    return reply.code(204).send();
  });
}

/** The edit secret, as a session's token would be sent; one that is none fits no template. */
const secretIn = (request: FastifyRequest): string =>
  /^Bearer ([A-Za-z0-9_-]{16,128})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
