// How much a slide holds is the theme's to say, and the planner's to keep: the one thing that machinery takes from form.
export { capacity, textLimits } from '../../../contract/capacity.ts'
export { joinAttributions, planFooter, setFooter, type FooterPlan } from '../../../contract/measure/footer.ts'
