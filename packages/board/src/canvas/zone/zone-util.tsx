import { Rectangle2d, resizeBox, ShapeUtil, type TLResizeInfo } from 'tldraw';
import { ZONE_TYPE } from '../../binding/record-codec.ts';
import { zoneShapeProps, type ZoneShape } from './zone-shape.ts';
import { ZoneGround } from './zone-looks.tsx';
import { ZoneGroundSvg, ZoneWordsSvg } from './zone-svg.tsx';
import { ZoneHeading } from './zone-view.tsx';

/** A zone: ground that notes lie on. It takes no arrows, and only «rediger felt» moves it (`zone-guard.ts`). */
export class ZoneUtil extends ShapeUtil<ZoneShape> {
  static override type = ZONE_TYPE;
  static override props = zoneShapeProps;

  override getDefaultProps(): ZoneShape['props'] {
    return {
      w: 680,
      h: 680,
      zoneKind: 'other',
      title: '',
      question: '',
      tint: 'grey',
      order: 0,
      level: null,
      domain: null,
    };
  }

  override canBind() {
    return false;
  }

  override canEdit() {
    return false;
  }

  /** Where it can be selected. */
  override canTabTo(shape: ZoneShape) {
    return !shape.isLocked;
  }

  override isAspectRatioLocked() {
    return false;
  }

  override hideRotateHandle() {
    return true;
  }

  override onResize(shape: ZoneShape, info: TLResizeInfo<ZoneShape>) {
    return resizeBox(shape, info, { minWidth: 240, minHeight: 240 });
  }

  override getText(shape: ZoneShape) {
    return `${shape.props.title}\n${shape.props.question}`;
  }

  override getGeometry(shape: ZoneShape) {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true });
  }

  backgroundComponent(shape: ZoneShape) {
    return <ZoneGround {...shape.props} />;
  }

  override component(shape: ZoneShape) {
    return <ZoneHeading shape={shape} />;
  }

  override toBackgroundSvg(shape: ZoneShape) {
    return <ZoneGroundSvg editor={this.editor} shape={shape} />;
  }

  override toSvg(shape: ZoneShape) {
    return <ZoneWordsSvg editor={this.editor} shape={shape} />;
  }

  override indicator(shape: ZoneShape) {
    return <rect rx={24} width={shape.props.w} height={shape.props.h} />;
  }
}
