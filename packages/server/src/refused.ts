import type { RefusalCode } from '@samtavla/protocol';

/**
 * A refusal on its way to whoever asked: as an HTTP answer, or as the `reason` Hocuspocus sends on a document it may not open.
 * It has no message, because Hocuspocus prints the message of whatever its hooks throw.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super();
    this.code = code;
  }

  get reason(): RefusalCode {
    return this.code;
  }
}
