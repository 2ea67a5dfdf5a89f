/** Why the server cannot start, as one line for the person who starts it. Never holds a secret's value. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
