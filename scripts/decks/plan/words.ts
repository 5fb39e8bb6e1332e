// The planner's own words come from the theme, whose layouts set them: titles, and what is said in the notes.
export { fill, messagesFor, type Messages } from '../../../contract/messages/slides.ts'
