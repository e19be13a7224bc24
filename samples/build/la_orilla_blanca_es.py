"""Draws la-orilla-blanca-es: landscape, each word put singly and no space glyphs, row by row across both columns; and its gold."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

from gold import SAMPLES, award, cast, companies, crew, dates, entities, entry, flat, save, section
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FOLDER = "la-orilla-blanca-es"
WIDTH, HEIGHT = landscape(A4)
LEADING = 13.0
COLUMN = 345.0
WHOLE = 720.0
LEFT, RIGHT = 50.0, 445.0

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
Row = tuple[str, str]  # the font and the words of a line
BLANK: Row = (PLAIN, "")

COVER = ["SALITRE FILMS presenta", "en coproducción con CASA TOMADA CINE y L’ATELIER DU SEL"]
TITLE, BILLING = "LA ORILLA BLANCA", "una película de JIMENA ASTORGA VIAL"
RELEASE = "Estreno en Chile: 19 de octubre de 2023"

STORYLINE = "Una topógrafa llega a medir un salar que cada mañana tiene otro tamaño."
SYNOPSIS = """Agosto de 1979. Inés Olavarría baja del camión con un teodolito prestado y un contrato de dos semanas. Debe trazar el lindero entre
dos minas en el salar de Punta Ceniza, pero los hitos que clava de día amanecen corridos. El capataz habla del viento; la cocinera, de los
muertos. ¿Y si alguien estuviera midiendo en sentido contrario? Cuando el contrato vence, Inés no sube al camión."""
NOTE = [
    """Mi abuelo medía terrenos y mentía en los planos. Lo supimos en el invierno de 2009, cuando se vendió la casa y sobraron cuatro metros.
    Esta película nace de esos cuatro metros.""",
    """No me interesaba el desierto como postal sino como oficina: un lugar donde se trabaja con los ojos entrecerrados. Rodamos con luz de
    mediodía, contra todos los manuales, porque a esa hora nadie puede hacerse el misterioso.""",
]
SIGNED = ["Jimena Astorga Vial", "Iquique, abril de 2023"]

FACTS = """TÍTULO ORIGINAL: La orilla blanca TÍTULO INTERNACIONAL: The White Shore DURACIÓN: 92 minutos GÉNERO: Drama AÑO DE PRODUCCIÓN: 2023
PAÍSES: Chile | Argentina | Francia IDIOMAS: Español | Aimara SUBTÍTULOS: Inglés, francés FORMATO: DCP | 1.66:1 | Color | Sonido 5.1"""
CREDITS = """COMPAÑÍA PRODUCTORA: Salitre Films EN COPRODUCCIÓN CON: Casa Tomada Cine (Argentina) y L’Atelier du sel (Francia) GUION Y DIRECCIÓN:
Jimena Astorga Vial PRODUCCIÓN: Rodrigo Paillán, Nora Etcheverry DIRECCIÓN DE FOTOGRAFÍA: Óscar Mamani Quiroz DIRECCIÓN DE ARTE: Pía
Lagos SONIDO DIRECTO: Franco Bianchetti MONTAJE: Delfina Sosa, Jimena Astorga Vial MÚSICA ORIGINAL: Trío Camanchaca VESTUARIO Y
MAQUILLAJE: Rosa Huanca CASTING: Ema Urrutia JEFE DE PRODUCCIÓN: Boris Yáñez CORRECCIÓN DE COLOR: Lucie Ferrandon FOTO FIJA: Tito Choque
CON EL APOYO DE: Fondo Audiovisual del Norte, Programa Iberluz y Municipalidad de Punta Ceniza"""
CAST = [
    ("Inés Olavarría", "Antonia Rebolledo"),
    ("El capataz", "Gastón Ibarra Luco"),
    ("Sabina, la cocinera", "Julia Mamani"),
    ("El ingeniero Falk", "Andreas Pohl"),
    ("Inés, niña", "Amanda Soto"),
]

BYLINE = "Por Leonel Grandi. Publicada en Cuadro Seco, n.º 8, julio de 2023"
TALK = [
    (
        "P:",
        "¿Por qué 1979?",
        """Porque es el último año en que se midió con cadena. En 1980 llegaron los aparatos láser y se acabó la discusión (1). Me gustan los
        oficios en su última semana.""",
    ),
    (
        "P:",
        "Antonia Rebolledo aparece en todos los planos menos en uno.",
        """Sí, y en ése se la oye. Antonia estudió topografía de verdad, en Copiapó, desde 2003 hasta que la echaron por cantar. ¿Qué más se le
        puede pedir a una actriz? Traía su propio trípode.""",
    ),
    (
        "P:",
        "El rodaje se interrumpió dos veces. ¿Qué pasó exactamente, y cómo afectó al guion, que ya estaba cerrado y financiado en tres "
        "países distintos?",
        """Pasaron tres cosas: (1) llovió, lo que allí no había ocurrido desde 1926; (2) se hundió un camión con toda la utilería; y (3) Óscar
        Mamani se enamoró. La lluvia la dejamos. A mediados de junio de 2021 volvimos a empezar y el 30 de junio teníamos otra película.""",
    ),
    (
        "",
        "¿Y la música?",
        """El Trío Camanchaca grabó dentro de un estanque vacío. En los años noventa esa gente tocaba en matrimonios; ahora no los invitan
        porque lloran (2). El tema final lo robamos de un disco de ellos, Aguas servidas, con su permiso.""",
    ),
    (
        "P:",
        "¿Quién mueve los hitos?",
        """Usted siga mirando la línea del fondo. Mi abuelo decía que un plano es una promesa; yo diría que es un chisme.""",
    ),
]
NOTES = [
    "(1) El convenio minero se firmó el 2 de enero de 1980, en Antofagasta.",
    "(2) Camanchaca: niebla costera, en aimara (N. de la R.",
]

BIO = """Jimena Astorga Vial (Iquique, 1984) estudió Geografía y luego Cine en la Escuela Libre de Rosario. Su documental El fondo del plano
obtuvo en 2017 el Premio del Público en la Muestra de Cine de Arica. Con La orilla blanca pasa del documental a la ficción."""
FILMS = [
    "2023 – La orilla blanca (largometraje de ficción, 92’)",
    "2017 – El fondo del plano (documental, 70’)",
    "2012 – Sal gruesa / Jach’a jayu (cortometraje, 16’)",
    "En desarrollo – Los agrimensores",
]
PRODUCER = """Rodrigo Paillán nació en Temuco el 11 de marzo de 1975. Fundó Salitre Films en 2006 y ha producido, entre otros títulos, Nadie
en la aduana y la serie Turno C. Enseña producción en Valdivia."""
PRESS = [
    ("Un wéstern de escritorio, seco y feliz.", "Mireya Cáceres", "La Hoja del Sur"),
    ("Nunca un trípode dio tanto miedo.", "Tomás Aliaga", "Plano y Punto"),
    ("Deslumbrante.", None, "Radio Pampa"),
]
PRIZES = [
    "Festival de Cine de Tarapacá, Chile, 2023 – Mejor Dirección",
    "Festival de Cine de Tarapacá, Chile, 2023 – Premio del Público",
    "Semana de Cine de Gijona, España, 2023 – Competencia Oficial",
]
CONTACTS = [
    ("PRODUCCIÓN", ["Salitre Films", "Rodrigo Paillán", "rodrigo@salitrefilms.example", "+56 57 255 0114", "www.salitrefilms.example"]),
    ("VENTAS INTERNACIONALES", ["Faro Ciego", "Maud Lenoir", "sales@farociego.example", "+33 1 99 00 45 21"]),
    ("PRENSA", ["Oficina Tornavoz", "Ximena Bravo", "prensa@tornavoz.example", "+56 9 5550 0138"]),
]


def set_row(canvas: Canvas, x: float, y: float, row: Row, size: float = 9.5) -> None:
    """Each word at its own place; what lies between them is only room."""
    font, text = row
    canvas.setFont(font, size)
    for word in text.split():
        canvas.drawString(x, y, word)
        x += stringWidth(f"{word} ", font, size)


def wrap(text: str, font: str = PLAIN, width: float = COLUMN) -> list[Row]:
    rows, row = [], ""
    for word in text.split():
        longer = f"{row} {word}".strip()
        if row and stringWidth(longer, font, 9.5) > width:
            rows.append((font, row))
            longer = word
        row = longer
    return [*rows, (font, row)]


def block(heading: str, *texts: str) -> list[Row]:
    """A heading and its paragraphs, and room behind them."""
    return [(BOLD, heading), *(row for text in texts for row in wrap(text)), BLANK, BLANK]


def spread(canvas: Canvas, left: list[Row], right: list[Row], number: int) -> None:
    """A page of two columns, written as the eye does not read: row by row across both."""
    for at in range(max(len(left), len(right))):
        y = HEIGHT - 60 - at * LEADING
        for x, rows in ((LEFT, left), (RIGHT, right)):
            if at < len(rows):
                set_row(canvas, x, y, rows[at])
    set_row(canvas, LEFT, 25, (PLAIN, "LA ORILLA BLANCA | Carpeta de prensa"), 7)
    set_row(canvas, LEFT + WHOLE, 25, (PLAIN, str(number)), 7)
    canvas.showPage()


def cover(canvas: Canvas) -> None:
    rows = [
        (470, 12, COVER[0]),
        (450, 10, COVER[1]),
        (300, 44, TITLE),
        (265, 15, BILLING),
        (150, 10, "CARPETA DE PRENSA"),
        (110, 12, RELEASE),
    ]
    for y, size, text in rows:
        set_row(canvas, (WIDTH - stringWidth(text, BOLD, size)) / 2, y, (BOLD, text), size)
    canvas.showPage()


def interview() -> list[Row]:
    rows: list[Row] = [(BOLD, "ENTREVISTA CON JIMENA ASTORGA VIAL"), (PLAIN, BYLINE), BLANK]
    for mark, question, answer in TALK:
        rows += wrap(f"{mark} {question}", BOLD, WHOLE)
        rows += wrap(f"R: {answer}", PLAIN, WHOLE)
    return [*rows, BLANK, *((PLAIN, note) for note in NOTES)]


def quoted(text: str, author: str | None, outlet: str) -> list[Row]:
    return [(PLAIN, f"«{text}»"), (PLAIN, ", ".join(filter(None, (author, outlet)))), BLANK]


def contacts(some: list[tuple[str, list[str]]]) -> list[Row]:
    return [row for name, lines in some for row in [(BOLD, name), *((PLAIN, line) for line in lines), BLANK]]


def draw() -> None:
    canvas = Canvas(str(SAMPLES / FOLDER / "kit.pdf"), pagesize=(WIDTH, HEIGHT), invariant=1)
    cover(canvas)
    note = block("NOTA DE LA DIRECTORA", *NOTE)[:-2] + [(PLAIN, line) for line in SIGNED]
    spread(canvas, block("STORYLINE", STORYLINE) + block("SINOPSIS", SYNOPSIS), note, 2)
    roles = [(BOLD, "REPARTO"), *((PLAIN, f"{character}: {actor}") for character, actor in CAST)]
    spread(canvas, block("FICHA TÉCNICA", f"{FACTS} {CREDITS}"), roles, 3)
    spread(canvas, interview(), [], 4)
    life = block("BIOFILMOGRAFÍA DE LA DIRECTORA", BIO)[:-1] + [(PLAIN, film) for film in FILMS]
    life += [BLANK, BLANK, *block("RODRIGO PAILLÁN, productor", PRODUCER)]
    said = [(BOLD, "LA CRÍTICA HA DICHO"), *(row for quote in PRESS for row in quoted(*quote)), BLANK]
    prizes = [(BOLD, "PREMIOS Y FESTIVALES"), *(row for prize in PRIZES for row in wrap(f"• {prize}"))]
    spread(canvas, life, said + prizes, 5)
    spread(canvas, [(BOLD, "CONTACTOS"), *contacts(CONTACTS[:2])], [BLANK, *contacts(CONTACTS[2:])], 6)
    canvas.save()


def gold() -> None:
    asked = [{"question": question, "answer": flat(answer)} for _, question, answer in TALK]
    turns = (f"{mark} {question} R: {answer}" for mark, question, answer in TALK)
    quotes = (f"«{text}» {', '.join(filter(None, (author, outlet)))}" for text, author, outlet in PRESS)
    save(
        FOLDER,
        languages=["es"],
        film={
            "title": "LA ORILLA BLANCA",
            "other_titles": ["The White Shore"],
            "year": 2023,
            "runtime_minutes": 92,
            "countries": ["CL", "AR", "FR"],
            "languages": ["es", "ay"],
            "subtitles": ["en", "fr"],
            "forms": ["feature", "fiction"],
            "genres": ["Drama"],
            "aspect_ratio": "1.66:1",
            "sound": "5.1",
            "colour": "colour",
            "formats": ["DCP"],
            "directors": ["Jimena Astorga Vial"],
        },
        sections=[
            section("front", None, *COVER, TITLE, BILLING, "CARPETA DE PRENSA", RELEASE),
            section("synopsis", "STORYLINE", STORYLINE),
            section("synopsis", "SINOPSIS", SYNOPSIS),
            section("statement", "NOTA DE LA DIRECTORA", *NOTE, *SIGNED),
            section("technical", "FICHA TÉCNICA", FACTS),
            section("credits", None, CREDITS),
            section("credits", "REPARTO", *(f"{character}: {actor}" for character, actor in CAST)),
            section("interview", "ENTREVISTA CON JIMENA ASTORGA VIAL", BYLINE, *turns),
            section("footnotes", None, *NOTES),
            section("biography", "BIOFILMOGRAFÍA DE LA DIRECTORA", BIO),
            section("filmography", None, *FILMS),
            section("biography", "RODRIGO PAILLÁN, productor", PRODUCER),
            section("press", "LA CRÍTICA HA DICHO", *quotes),
            section("awards", "PREMIOS Y FESTIVALES", *(f"• {prize}" for prize in PRIZES)),
            section("contacts", "CONTACTOS PRODUCCIÓN", *CONTACTS[0][1]),
            *(section("contacts", name, *lines) for name, lines in CONTACTS[1:]),
        ],
        synopses=[{"length": "logline", "text": STORYLINE}, {"length": "unspecified", "text": flat(SYNOPSIS)}],
        statements=[{"person": "Jimena Astorga Vial", "text": flat(" ".join(NOTE))}],
        biographies=[
            {"person": "Jimena Astorga Vial", "roles": ["director"], "born": "1984", "birthplace": "Iquique", "text": flat(BIO)},
            {"person": "RODRIGO PAILLÁN", "roles": ["producer"], "born": "1975-03-11", "birthplace": "Temuco", "text": flat(PRODUCER)},
        ],
        filmographies=[
            {
                "person": "Jimena Astorga Vial",
                "entries": [
                    entry(2023, "La orilla blanca", forms=["feature", "fiction"], runtime_minutes=92),
                    entry(2017, "El fondo del plano", forms=["documentary"], runtime_minutes=70),
                    entry(2012, "Sal gruesa", "Jach’a jayu", forms=["short"], runtime_minutes=16),
                    entry(None, "Los agrimensores"),
                ],
            }
        ],
        interviews=[{"interviewees": ["Jimena Astorga Vial"], "interviewers": ["Leonel Grandi"], "exchanges": asked}],
        footnotes=[{"marker": note[1], "text": note[4:]} for note in NOTES],
        credits={
            "cast": cast(*((actor, character) for character, actor in CAST)),
            "crew": crew(
                ("GUION Y DIRECCIÓN", "screenwriter+director", "Jimena Astorga Vial"),
                ("PRODUCCIÓN", "producer", "Rodrigo Paillán; Nora Etcheverry"),
                ("DIRECCIÓN DE FOTOGRAFÍA", "cinematographer", "Óscar Mamani Quiroz"),
                ("DIRECCIÓN DE ARTE", "art_director", "Pía Lagos"),
                ("SONIDO DIRECTO", "sound_recordist", "Franco Bianchetti"),
                ("MONTAJE", "editor", "Delfina Sosa; Jimena Astorga Vial"),
                ("MÚSICA ORIGINAL", "composer", "Trío Camanchaca"),
                ("VESTUARIO Y MAQUILLAJE", "costume_designer+makeup_artist", "Rosa Huanca"),
                ("CASTING", "casting_director", "Ema Urrutia"),
                ("JEFE DE PRODUCCIÓN", "production_manager", "Boris Yáñez"),
                ("CORRECCIÓN DE COLOR", "colorist", "Lucie Ferrandon"),
                ("FOTO FIJA", "still_photographer", "Tito Choque"),
            ),
            "companies": companies(
                production="Salitre Films",
                coproduction="Casa Tomada Cine; L’Atelier du sel",
                support="Fondo Audiovisual del Norte; Programa Iberluz; Municipalidad de Punta Ceniza",
            ),
        },
        awards=[
            award("Festival de Cine de Tarapacá", 2023, "won", award="Mejor Dirección"),
            award("Festival de Cine de Tarapacá", 2023, "won", award="Premio del Público"),
            award("Semana de Cine de Gijona", 2023, "selected", section="Competencia Oficial"),
            award("Muestra de Cine de Arica", 2017, "won", award="Premio del Público", film="El fondo del plano"),
        ],
        press_quotes=[{"text": text, "author": author, "outlet": outlet} for text, author, outlet in PRESS],
        contacts=[
            {
                "function": "production",
                "company": "Salitre Films",
                "people": ["Rodrigo Paillán"],
                "emails": ["rodrigo@salitrefilms.example"],
                "phones": ["+56 57 255 0114"],
                "websites": ["www.salitrefilms.example"],
            },
            {
                "function": "sales",
                "company": "Faro Ciego",
                "people": ["Maud Lenoir"],
                "emails": ["sales@farociego.example"],
                "phones": ["+33 1 99 00 45 21"],
            },
            {
                "function": "press",
                "company": "Oficina Tornavoz",
                "people": ["Ximena Bravo"],
                "emails": ["prensa@tornavoz.example"],
                "phones": ["+56 9 5550 0138"],
            },
        ],
        dates=dates(
            ("Agosto de 1979", "1979-08"),
            ("invierno de 2009", "2009-24"),
            ("1979", "1979"),
            ("1980", "1980"),
            ("desde 2003", "2003/.."),
            ("desde 1926", "1926/.."),
            ("mediados de junio de 2021", "2021-06"),
            ("30 de junio", "2021-06-30"),
            ("años noventa", "199X"),
            ("2 de enero de 1980", "1980-01-02"),
            ("1984", "1984"),
            ("2017", "2017"),
            ("11 de marzo de 1975", "1975-03-11"),
            ("2006", "2006"),
        ),
        entities=entities(
            PERSON="""Jimena Astorga Vial; Inés Olavarría; Antonia Rebolledo; Óscar Mamani Quiroz; Leonel Grandi; Rodrigo Paillán;
            Nora Etcheverry; Pía Lagos; Franco Bianchetti; Delfina Sosa; Rosa Huanca; Ema Urrutia; Boris Yáñez; Lucie Ferrandon; Tito Choque;
            Gastón Ibarra Luco; Julia Mamani; Andreas Pohl; Amanda Soto; Sabina; Falk""",
            ORG="""Salitre Films; Casa Tomada Cine; L’Atelier du sel; Fondo Audiovisual del Norte; Programa Iberluz;
            Municipalidad de Punta Ceniza; Trío Camanchaca; Cuadro Seco; Escuela Libre de Rosario; Muestra de Cine de Arica""",
            PLACE="Punta Ceniza; Copiapó; Antofagasta; Iquique; Temuco; Valdivia; Argentina; Francia",
            WORK="""La orilla blanca; The White Shore; Aguas servidas; El fondo del plano; Sal gruesa; Jach’a jayu; Los agrimensores;
            Nadie en la aduana; Turno C""",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    draw()
    gold()
