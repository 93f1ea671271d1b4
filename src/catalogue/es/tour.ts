import type { tour as english } from '../en/tour.ts'

export const tour: Readonly<Record<keyof typeof english, string>> = {
  'tour.name': 'Un recorrido',
  'tour.start': 'Hacer un recorrido',
  'tour.offer':
    'La biblioteca de muestra contiene artículos inventados que cambiaron. Nueve paradas breves enseñan lo que se puede hacer con ellos.',
  'tour.later': 'Ahora no',
  'tour.end': 'Terminar el recorrido',
  'tour.place': '{n} de {total}',
  'tour.back': 'Atrás',
  'tour.next': 'Siguiente',
  'tour.add': 'Añadir un artículo propio',
  'tour.changes': 'Los cambios, en un solo texto',
  'tour.changes.words':
    'Lo que se quitó aparece tachado, lo que se añadió va subrayado y un párrafo movido lleva puntos al lado. N y P llevan de un cambio a otro.',
  'tour.timeline': 'Todas las versiones en una línea',
  'tour.timeline.words':
    'Cuanto mayor es el disco, más palabras cambiaron. Arrastrar un tirador compara dos versiones cualesquiera; las flechas hacen lo mismo. Un anillo discontinuo es una comprobación fallida.',
  'tour.side': 'Lado a lado',
  'tour.side.words':
    'El texto anterior y el nuevo, párrafo junto a párrafo. Al cambiar de vista se conserva el lugar del texto.',
  'tour.list': 'Solo los cambios',
  'tour.list.words':
    'Cada cambio con su tipo, la versión en que apareció y si la nota de actualización de la página lo menciona.',
  'tour.blame': 'Cuándo llegó cada palabra',
  'tour.blame.words':
    'Cuanto más oscuro es el tono, más tarde se vieron las palabras por primera vez. Elegir un pasaje muestra lo que sustituyó.',
  'tour.removed': 'Buscar lo que ya no está',
  'tour.removed.words': 'La búsqueda abarca todas las versiones. Las barras muestran en cuáles estaban las palabras.',
  'tour.gone': 'Una página que ya no existe',
  'tour.gone.words': 'La página responde ahora 404. Las versiones capturadas antes se conservan.',
  'tour.silent': 'Ediciones silenciosas',
  'tour.silent.words': 'Artículos cuyo texto cambió sin que cambiara la nota de actualización visible de la página.',
  'tour.yours': 'Los artículos propios',
  'tour.yours.words':
    'Se puede añadir un enlace, un canal o archivos. Palimpsest los comprueba, guarda cada versión y no sale de este equipo.'
}
