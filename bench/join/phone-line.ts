/** The line between one phone and a server: every connection of the phone's, HTTP or WebSocket, goes over it, to whatever server. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { wallClock } from '../lib/wall-clock.ts';
import { Lane, type LaneSize } from './lane.ts';
import { LineTally } from './line-tally.ts';

const HOST = '127.0.0.1';
/** 10 Mbit/s each way, and 40 ms there and back: a phone on a network that is neither good nor bad. */
const PHONE_LINE: LaneSize = { bytesPerMilli: 1_250, delayMillis: 20 };

export class PhoneLine {
  readonly tally = new LineTally();
  readonly #server: Server;
  readonly #size: LaneSize;
  readonly #up: Traffic;
  readonly #down: Traffic;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number, size: LaneSize) {
    this.#size = size;
    this.#up = new Traffic(size);
    this.#down = new Traffic(size);
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (phone) => this.#join(phone, port));
  }

  static async to(port: number, size = PHONE_LINE): Promise<PhoneLine> {
    const line = new PhoneLine(port, size);
    line.#server.listen(0, HOST);
    await once(line.#server, 'listening');
    return line;
  }

  /** Where the phone finds the server. Browsers take `localhost` for as safe as https. */
  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#up.stop();
    this.#down.stop();
  }

  #join(phone: Socket, port: number): void {
    const server = connect({ port, host: HOST, allowHalfOpen: true, noDelay: true });
    const tally = this.tally.connection();
    for (const [socket, other] of [
      [phone, server],
      [server, phone],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.once('close', () => this.#sockets.delete(socket));
    }
    this.#down.carry(server, phone, (bytes) => tally.came(bytes, wallClock()));
    // That a connection is there takes once there and back, before anything is asked for.
    setTimeout(() => this.#up.carry(phone, server), 2 * this.#size.delayMillis);
    phone.on('data', (chunk: Buffer) => tally.sent(chunk, wallClock()));
    phone.pause();
  }
}

type Flow = { readonly from: Socket; readonly to: Socket; readonly came: (bytes: number) => void };

const END = Buffer.alloc(0);
/** More of a connection's waits where it comes from, as it would in a sender's buffer. */
const ENOUGH_BYTES = 65_536;

/** What goes one way, over a lane in real time. */
class Traffic {
  readonly #lane: Lane<Flow>;
  readonly #held = new Set<Flow>();
  #timer: NodeJS.Timeout | undefined;

  constructor(size: LaneSize) {
    this.#lane = new Lane(size);
  }

  carry(from: Socket, to: Socket, came: (bytes: number) => void = () => {}): void {
    const flow = { from, to, came };
    from.on('data', (chunk: Buffer) => this.#put(flow, chunk));
    from.once('end', () => this.#put(flow, END));
    from.once('close', () => this.#held.delete(flow));
    to.once('close', () => this.#lane.drop(flow));
    from.resume();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #put(flow: Flow, bytes: Buffer): void {
    this.#lane.put(flow, bytes, wallClock());
    if (this.#lane.waitingOf(flow) > ENOUGH_BYTES) {
      flow.from.pause();
      this.#held.add(flow);
    }
    this.#run();
  }

  #run(): void {
    clearTimeout(this.#timer);
    for (const { flow, bytes } of this.#lane.arrived(wallClock())) {
      if (flow.to.destroyed) continue;
      if (bytes.length === 0) flow.to.end();
      else flow.to.write(bytes);
      flow.came(bytes.length);
    }
    for (const flow of this.#held) {
      if (this.#lane.waitingOf(flow) > ENOUGH_BYTES) continue;
      this.#held.delete(flow);
      flow.from.resume();
    }
    const next = this.#lane.nextAt();
    if (next !== null) this.#timer = setTimeout(() => this.#run(), Math.max(0, next - wallClock()));
  }
}
