import { createApp } from 'vue'
import './studio.css'
import App from './App.vue'

createApp(App).mount('#studio')
