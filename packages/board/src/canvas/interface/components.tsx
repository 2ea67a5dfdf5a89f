/** Which parts of tldraw's interface a board has. Title, people, sharing and language are the page's own bar. */
import { DefaultToolbar, ToolbarItem, useEditor, useValue, type TLComponents } from 'tldraw';
import { BoardContextMenu } from '../arrange/move-to-zone.tsx';
import { isAtDesk, isDeskTool } from '../desk/own-desk.ts';
import { PendingImages } from '../image/pending-images.tsx';
import { Indicators } from '../large-board/indicators.tsx';
import { PaintedNotes } from '../large-board/painted-notes.tsx';
import { StylePanel } from './style-panel.tsx';

export const COMPONENTS: TLComponents = {
  PageMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  HelpMenu: null,
  VideoToolbar: null,
  MainMenu: null,
  ContextMenu: BoardContextMenu,
  OnTheCanvas,
  ShapeIndicators: Indicators,
  StylePanel,
  Toolbar: BoardToolbar,
};

/** Notes first: they are what a board is for. */
const TOOLBAR = [
  'select',
  'note',
  'measure',
  'theme',
  'hand',
  'draw',
  'eraser',
  'arrow',
  'asset',
  'text',
  'highlight',
  'rectangle',
  'ellipse',
  'triangle',
  'diamond',
  'hexagon',
  'oval',
  'rhombus',
  'star',
  'cloud',
  'heart',
  'x-box',
  'check-box',
  'arrow-left',
  'arrow-up',
  'arrow-down',
  'arrow-right',
  'line',
  'laser',
];

function OnTheCanvas() {
  return (
    <>
      <PaintedNotes />
      <PendingImages />
    </>
  );
}

function BoardToolbar() {
  const editor = useEditor();
  const isAlone = useValue('at the desk', () => isAtDesk(editor), [editor]);
  return (
    <DefaultToolbar>
      {TOOLBAR.filter((tool) => !isAlone || isDeskTool(tool)).map((tool) => (
        <ToolbarItem key={tool} tool={tool} />
      ))}
    </DefaultToolbar>
  );
}
