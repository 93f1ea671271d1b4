import type { app as english } from '../en/app.ts'

const said = '{has, select, no {} other { ({detail})}}'

export const app: Readonly<Record<keyof typeof english, string>> = {
  'app.name': 'Palimpsest',
  'app.library': 'Biblioteca',
  'app.close': 'Cerrar',
  'app.cancel': 'Cancelar',
  'app.undo': 'Deshacer',
  'app.undoKey': 'Deshacer ({key})',
  'app.nothingToUndo': 'No hay nada que deshacer.',
  'app.title': '{headline} · Palimpsest',
  'app.opening': 'Abriendo la biblioteca',
  'app.showSidebar': 'Mostrar la barra lateral',
  'app.sidebarWidth': 'Ancho de la barra lateral',
  'app.listWidth': 'Ancho de la lista',
  'app.search': 'Buscar en las versiones',

  'amount.articles': '{n, plural, one {# artículo} other {# artículos}}',
  'amount.versions': '{n, plural, one {# versión} other {# versiones}}',
  'amount.feeds': '{n, plural, one {# canal} other {# canales}}',

  'time.now': 'ahora mismo',
  'time.minutesAgo': 'hace {n} min',
  'time.hoursAgo': 'hace {n} h',
  'time.seconds': '{n} s',
  'time.minutes': '{n} min',
  'time.minutesShort': '{n} min',
  'time.hours': '{n} h',
  'time.hoursMinutes': '{hours} h {minutes} min',
  'time.at': 'a las {time}',
  'time.tomorrow': 'mañana a las {time}',
  'time.on': 'el {moment}',
  'time.firstSeen': 'vista por primera vez el {at}',
  'time.changedBetween': 'cambió entre el {before} y el {at}',
  'time.range': 'de {from} a {to}',

  'failure.sentence': '{title}. {text}',
  'failure.broken': 'No se ha podido mostrar',
  'failure.brokenText': `Ha fallado algo en Palimpsest${said}. Todo lo guardado está a salvo.`,
  'failure.window': 'No se ha podido dibujar esta ventana',
  'failure.drawAgain': 'Volver a dibujar la ventana',
  'failure.notFound': 'Ya no está en la biblioteca',
  'failure.notFoundText': 'Puede que se haya quitado en otra ventana. Hay más artículos en la lista.',
  'failure.stopped': 'La biblioteca se ha detenido',
  'failure.stoppedText':
    'Todo lo guardado está a salvo. Palimpsest la inicia de nuevo; si no vuelve, conviene cerrar Palimpsest y abrirlo otra vez.',
  'failure.newer': 'Esta biblioteca es de un Palimpsest más reciente',
  'failure.newerText':
    '{has, select, no {} other {El archivo tiene el formato {detail}, que esta versión no conoce. }}No se ha cambiado nada. Para abrirla hay que instalar el Palimpsest más reciente o elegir otra biblioteca.',
  'failure.older': 'Esta biblioteca tiene un formato anterior',
  'failure.olderText':
    'No se ha cambiado nada. Al abrirla con Palimpsest se pone al día; después se puede intentar de nuevo.',
  'failure.notALibrary': 'Este archivo no es una biblioteca',
  'failure.notALibraryText':
    'Es de otro programa y se ha dejado como estaba. Hay que elegir un archivo de biblioteca o la carpeta donde está.',
  'failure.missing': 'La biblioteca no está donde estaba',
  'failure.missingText':
    'No se ha cambiado nada. Si está en un disco sin conectar, basta con conectarlo e intentarlo de nuevo.',
  'failure.damaged': 'El archivo de la biblioteca está dañado',
  'failure.damagedText':
    'Palimpsest ha encontrado daños en el archivo y no escribe nada en él. Se puede restaurar una copia de seguridad o hacer una copia reparada con todo lo que aún se puede leer. El archivo dañado se conserva en ambos casos.',
  'failure.unreadableText':
    'No se ha podido leer nada del archivo, que se ha dejado como estaba. Si hay una copia de seguridad, se puede restaurar.',
  'failure.full': 'Queda muy poco espacio en el disco',
  'failure.fullText':
    'Todo lo guardado hasta ahora está a salvo. No se guarda nada nuevo mientras haya menos de 200 MB libres{has, select, no {} other { (ahora {free})}}. Al liberar espacio, continúa por sí solo.',
  'failure.readonly': 'No se puede escribir en la biblioteca',
  'failure.readonlyText':
    'El archivo, su carpeta o su disco son de solo lectura. No se ha cambiado nada. Se puede leer desde una copia, o permitir la escritura e intentarlo de nuevo.',
  'failure.disk': 'El disco ha dado un error',
  'failure.diskText':
    'Lo guardado antes está a salvo; puede que el último cambio no. Conviene revisar el disco e intentarlo de nuevo.',
  'failure.locked': 'Otro programa está usando la biblioteca',
  'failure.lockedText':
    'No se ha cambiado nada. Hay que cerrar el otro programa, o el otro Palimpsest, e intentarlo de nuevo.',
  'failure.restarting':
    '<b>La biblioteca se ha detenido y se está iniciando de nuevo.</b> Todo lo guardado está a salvo.',
  'failure.back': '<b>La biblioteca ha vuelto.</b> No se ha perdido nada de lo guardado.',
  'failure.copied': 'Copiado',
  'failure.copyPlace': 'Copiar dónde está el archivo',

  'import.feeds':
    '{n, plural, one {Se ha añadido # canal. Ahora se buscan sus artículos.} other {Se han añadido # canales. Ahora se buscan sus artículos.}}',
  'import.links':
    '{n, plural, one {Se ha añadido # enlace. Ahora se examina.} other {Se han añadido # enlaces. Ahora se examinan.}}',
  'import.articles':
    '{articles, plural, one {Se ha añadido # artículo} other {Se han añadido # artículos}} con {versions, plural, one {# versión} other {# versiones}}',
  'import.versions': '{n, plural, one {Se ha añadido # versión} other {Se han añadido # versiones}} a «{headline}»',
  'import.versionsOf':
    '{n, plural, one {Se ha añadido # versión} other {Se han añadido # versiones}} a {articles, plural, one {# artículo} other {# artículos}}',
  'import.deleted': 'Ya está en la biblioteca, en Eliminados recientemente. No se ha añadido nada.',
  'import.there': 'Ya está en la biblioteca. No se ha añadido nada.',

  'refusal.missing':
    '{file, select, no {El texto pegado} other {«{name}»}} ya no está donde estaba. Puede haber cambiado de lugar o de nombre.',
  'refusal.unreadable':
    'No se ha podido leer {file, select, no {el texto pegado} other {«{name}»}}. Conviene comprobar que se tiene permiso para abrirlo y añadirlo de nuevo.',
  'refusal.folder':
    '{file, select, no {El texto pegado} other {«{name}»}} es una carpeta. Se pueden añadir los archivos que contiene.',
  'refusal.empty': '{file, select, no {El texto pegado} other {«{name}»}} no contiene nada.',
  'refusal.tooLarge': '{file, select, no {El texto pegado} other {«{name}»}} es demasiado grande para ser un artículo.',
  'refusal.binary':
    '{file, select, no {El texto pegado} other {«{name}»}} no es un archivo de texto. Se pueden añadir textos sin formato y archivos de historial.',
  'refusal.noArticle':
    'No se ha encontrado texto de artículo en {file, select, no {el texto pegado} other {«{name}»}}. La primera línea es el titular; el texto va debajo.',
  'refusal.notAHistory':
    '{file, select, no {El texto pegado} other {«{name}»}} parece un archivo de historial, pero su contenido no lo es.',
  'refusal.newer':
    '{file, select, no {El texto pegado} other {«{name}»}} es de un Palimpsest más reciente{has, select, no {} other { (formato {detail})}}. Hay que instalarlo para abrir este archivo.',
  'refusal.damaged':
    '{file, select, no {El texto pegado} other {«{name}»}} tiene daños{has, select, no {} other { ({detail})}}. Se ha conservado lo que se pudo leer antes.',
  'refusal.truncated':
    '{file, select, no {El texto pegado} other {«{name}»}} termina antes de tiempo{has, select, no {} other { ({detail})}}. Puede que no se descargara entero.',
  'refusal.unsafe':
    '{file, select, no {El texto pegado} other {«{name}»}} está hecho de un modo que podría causar daño{has, select, no {} other { ({detail})}}. No se ha abierto nada de él.',
  'refusal.encrypted':
    '{file, select, no {El texto pegado} other {«{name}»}} tiene un cifrado. Hay que descifrarlo y añadirlo otra vez.',
  'refusal.unknownFormat':
    '{file, select, no {El texto pegado} other {«{name}»}} no tiene un formato que Palimpsest conozca.',
  'refusal.wrongSchema':
    '{file, select, no {El texto pegado} other {«{name}»}} no es lo que escribe su programa{has, select, no {} other { ({detail})}}.',
  'refusal.needsFiles':
    '{file, select, no {El texto pegado} other {«{name}»}} necesita archivos que están junto a él{has, select, no {} other {: {detail}}}.',
  'refusal.notAPage':
    '{file, select, no {El texto pegado} other {«{name}»}} no contiene aquí ninguna página{has, select, no {} other { ({detail})}}.',
  'refusal.badTime':
    '{file, select, no {El texto pegado} other {«{name}»}} tiene una hora que no se puede leer{has, select, no {} other { ({detail})}}.',
  'refusal.tampered':
    '{file, select, no {El texto pegado} other {«{name}»}} no es lo que se escribió: sus propios resúmenes criptográficos no coinciden{has, select, no {} other { ({detail})}}.',
  'refusal.title': '{n, plural, one {No se ha podido añadir # archivo} other {No se han podido añadir # archivos}}',
  'refusal.nothing': '{n, plural, one {No se ha guardado nada de él.} other {No se ha guardado nada de ellos.}}',

  'marked.starred': 'Con estrella',
  'marked.starRemoved': 'Estrella quitada',
  'marked.oneVersion': 'Este artículo tiene una sola versión. No hay ningún cambio que marcar como no leído.',
  'marked.read': 'Marcado como leído.',
  'marked.unread': 'El cambio más reciente se ha marcado como no leído.',
  'marked.unreadAgain': 'Marcado de nuevo como no leído.',
  'marked.readAgain': 'Marcado de nuevo como leído.',
  'delete.article':
    'Se ha eliminado {title, select, no {el artículo} other {«{headline}»}}. Permanece 30 días en Eliminados recientemente.',
  'delete.version':
    'Se ha eliminado la v{version} de {title, select, no {este artículo} other {«{headline}»}}. Permanece 30 días en Eliminados recientemente.',
  'delete.restored': 'Se ha restaurado {title, select, no {el artículo} other {«{headline}»}}.',
  'delete.restoredVersion':
    'Se ha restaurado la v{version} de {title, select, no {este artículo} other {«{headline}»}}.',
  'delete.noLonger': 'Ya no está en Eliminados recientemente.',
  'delete.already': 'Ya está en Eliminados recientemente.',
  'delete.emptied': 'Eliminado para siempre: {amount}.',
  'delete.empty': '¿Vaciar Eliminados recientemente?',
  'delete.emptyText':
    'Se eliminará para siempre {known, select, no {todo lo que contiene} other {lo siguiente: {amount}}}, con las páginas originales que nada más necesita. No se puede deshacer.',
  'delete.emptyBackups':
    'Las copias de seguridad anteriores todavía lo contienen hasta que otras más recientes las sustituyan.',
  'delete.forGood': 'Eliminar para siempre',
  'delete.deleting': 'Eliminando',

  'drop.files': 'Añadir {n, plural, one {# archivo} other {# archivos}} a la biblioteca',
  'drop.links': 'Examinar este enlace para añadirlo'
}
