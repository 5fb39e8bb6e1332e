export { default } from '../../../templates/slidev/theme/global-bottom.vue'
