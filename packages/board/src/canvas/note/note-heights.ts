/**
 * How high each note is on this screen. A note in the page is measured; any other is laid out by arithmetic, which is right but for
 * what a browser does beyond it. Never stored and never synced: two fonts or two browsers would fight over it.
 */
import { NOTE_SIDE } from '@samtavla/templates';
import { atom, transact, type Atom, type Editor, type TLRichText, type TLShapeId } from 'tldraw';
import { noteFonts } from './note-fonts.ts';
import { heightFor, layOutText, signatureLines, type SignatureText, type TextLayout } from './note-layout.ts';
import { layOutMeasure, measureRoom, type MeasureText, type MeasureWords } from '../measure/measure-text.ts';
import type { NoteShape } from './note-shape.ts';

type SectorName = (id: string | undefined) => string | null;

/** What was measured holds for what stood there when it was measured. */
type Measured = { readonly height: number; readonly text: TLRichText; readonly measure: NoteShape['props']['measure'] };

export class NoteHeights {
  readonly #fonts = noteFonts();
  readonly #layouts = new WeakMap<TLRichText, TextLayout>();
  readonly #measured = new Map<TLShapeId, Atom<Measured | null>>();
  readonly #corrected = new Set<TLShapeId>();
  #sectorName: SectorName = () => null;
  #measureWords: MeasureWords = () => ({ head: '', lines: [] });

  /** The board's own words for sectors: they stand on a note, and may need a line more. */
  setSectorName(sectorName: SectorName): void {
    this.#sectorName = sectorName;
  }

  /** What is said of a measure, in the person's language. */
  setMeasureWords(words: MeasureWords): void {
    this.#measureWords = words;
  }

  /** Page units; never lower than a note is wide. Whoever computes from it is told when it changes. */
  of(note: NoteShape): number {
    this.#atom(note.id).get();
    return this.now(note);
  }

  /** The same, for thousands at once: nobody is told. */
  now(note: NoteShape): number {
    const measured = this.#measured.get(note.id)?.get() ?? null;
    const { richText, measure } = note.props;
    if (measured !== null && measured.text === richText && measured.measure === measure) return measured.height;
    const signature = signatureLines(this.signature(note), this.#fonts);
    return heightFor(this.layout(richText), signature, measureRoom(this.measure(note)));
  }

  /** Takes what was measured of several notes at once, in page units. */
  measured(all: readonly { readonly note: NoteShape; readonly height: number }[]): void {
    transact(() => {
      for (const { note, height } of all) {
        const rounded = Math.max(NOTE_SIDE, Math.ceil(height));
        if (rounded === this.now(note)) continue;
        const { richText: text, measure } = note.props;
        this.#atom(note.id).set({ height: rounded, text, measure });
        this.#corrected.add(note.id);
      }
    });
  }

  /** The notes whose height has been corrected since it was last asked. */
  takeCorrected(): readonly TLShapeId[] {
    const ids = [...this.#corrected];
    this.#corrected.clear();
    return ids;
  }

  layout(text: TLRichText): TextLayout {
    const layout = this.#layouts.get(text) ?? layOutText(text, this.#fonts);
    this.#layouts.set(text, layout);
    return layout;
  }

  /** Null for a plain note. */
  measure({ props }: NoteShape): MeasureText | null {
    return layOutMeasure(props, this.#measureWords, this.#fonts.text);
  }

  signature({ props: { author, perspective } }: NoteShape): SignatureText {
    return { author: author?.name ?? null, sector: this.#sectorName(perspective.sector) };
  }

  #atom(id: TLShapeId): Atom<Measured | null> {
    const known = this.#measured.get(id) ?? atom<Measured | null>(`height of ${id}`, null);
    this.#measured.set(id, known);
    return known;
  }
}

const byEditor = new WeakMap<Editor, NoteHeights>();

export function noteHeights(editor: Editor): NoteHeights {
  const heights = byEditor.get(editor) ?? new NoteHeights();
  byEditor.set(editor, heights);
  return heights;
}
