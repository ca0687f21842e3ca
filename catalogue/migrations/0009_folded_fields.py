import catalogue.folding
import catalogue.models.derived
import catalogue.models.person
from django.db import migrations


class Migration(migrations.Migration):
    """The columns are as they were, with what they hold: Django alone now knows what they are made of."""

    dependencies = [
        ('catalogue', '0008_postings_hold_ids'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[
            migrations.AlterField(
                model_name='company',
                name='folded_full_name',
                field=catalogue.models.derived.DerivedField(blank=True, by=catalogue.folding.fold, db_index=True, editable=False, max_length=250, source='full_name'),
            ),
            migrations.AlterField(
                model_name='company',
                name='folded_name',
                field=catalogue.models.derived.DerivedField(by=catalogue.folding.fold, db_index=True, editable=False, max_length=150, source='name'),
            ),
            migrations.AlterField(
                model_name='company',
                name='sort_name',
                field=catalogue.models.derived.DerivedField(by=catalogue.folding.sort_key, editable=False, max_length=150, source='name', verbose_name='sort name'),
            ),
            migrations.AlterField(
                model_name='film',
                name='folded_original_title',
                field=catalogue.models.derived.DerivedField(blank=True, by=catalogue.folding.fold, db_index=True, editable=False, max_length=250, source='original_title'),
            ),
            migrations.AlterField(
                model_name='film',
                name='folded_title',
                field=catalogue.models.derived.DerivedField(by=catalogue.folding.fold, db_index=True, editable=False, max_length=250, source='title'),
            ),
            migrations.AlterField(
                model_name='film',
                name='sort_title',
                field=catalogue.models.derived.DerivedField(blank=True, by=catalogue.folding.sort_key, editable=True, help_text='Where it stands from A to Z. Leave empty: the title without its article and accents.', max_length=250, source='title', verbose_name='sort title'),
            ),
            migrations.AlterField(
                model_name='formername',
                name='folded_name',
                field=catalogue.models.derived.DerivedField(by=catalogue.folding.fold, db_index=True, editable=False, max_length=150, source='name'),
            ),
            migrations.AlterField(
                model_name='othertitle',
                name='folded_title',
                field=catalogue.models.derived.DerivedField(by=catalogue.folding.fold, db_index=True, editable=False, max_length=250, source='title'),
            ),
            migrations.AlterField(
                model_name='person',
                name='folded_name',
                field=catalogue.models.derived.DerivedField(by=catalogue.folding.fold, db_index=True, editable=False, max_length=150, source='name'),
            ),
            migrations.AlterField(
                model_name='person',
                name='sort_name',
                field=catalogue.models.derived.DerivedField(blank=True, by=catalogue.models.person.surname_first, editable=True, help_text='Leave empty: “Almada, Natalia”, from the name.', max_length=150, source='name', verbose_name='sort name'),
            ),
        ]),
    ]
