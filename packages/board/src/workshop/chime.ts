/** Two soft tones, made here: nothing is fetched. A browser lets a page sound from when it has been touched. */

const TONES_HZ = { soon: [660], up: [660, 523] } as const;
const TONE_SECONDS = 0.9;
const STEP_SECONDS = 0.35;
const LOUDNESS = 0.12;

let audio: AudioContext | null = null;

/** From the first touch or key on there may be sound; returns the way to stop waiting for it. */
export function awaitTouch(): () => void {
  const stop = new AbortController();
  const wake = () => {
    stop.abort();
    audio ??= new AudioContext();
    void audio.resume();
  };
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, wake, { capture: true, signal: stop.signal });
  return () => stop.abort();
}

/** Silent where there may be no sound. */
export function chime(which: keyof typeof TONES_HZ): void {
  if (audio?.state !== 'running') return;
  for (const [at, frequency] of TONES_HZ[which].entries()) {
    const begin = audio.currentTime + at * STEP_SECONDS;
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + TONE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + TONE_SECONDS);
  }
}
