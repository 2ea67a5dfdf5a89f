/** Hocuspocus as it comes: no extension, documents in memory. */
import { Server } from '@hocuspocus/server';

const { HOST = '127.0.0.1', PORT } = process.env;

await new Server({ address: HOST, port: Number(PORT), quiet: true }).listen();
