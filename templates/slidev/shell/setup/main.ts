// The components of Slidev that a hand-written slide may use. Slidev's compiler imports them where they are
// used; here they wait by name.

import Arrow from '@slidev/client/builtin/Arrow.vue'
import AutoFitText from '@slidev/client/builtin/AutoFitText.vue'
import LightOrDark from '@slidev/client/builtin/LightOrDark.vue'
import Link from '@slidev/client/builtin/Link.vue'
import RenderWhen from '@slidev/client/builtin/RenderWhen.vue'
import SlideCurrentNo from '@slidev/client/builtin/SlideCurrentNo.vue'
import SlidesTotal from '@slidev/client/builtin/SlidesTotal.vue'
import Toc from '@slidev/client/builtin/Toc.vue'
import Transform from '@slidev/client/builtin/Transform.vue'
import VAfter from '@slidev/client/builtin/VAfter.ts'
import VClick from '@slidev/client/builtin/VClick.ts'
import VClicks from '@slidev/client/builtin/VClicks.ts'
import VSwitch from '@slidev/client/builtin/VSwitch.ts'
import type { App } from 'vue'

const components = {
  Arrow,
  AutoFitText,
  LightOrDark,
  Link,
  RenderWhen,
  SlideCurrentNo,
  SlidesTotal,
  Toc,
  Transform,
  VAfter,
  VClick,
  VClicks,
  VSwitch,
}

export default ({ app }: { app: App }): void => {
  for (const [name, component] of Object.entries(components)) app.component(name, component)
}
