"""What the catalogue lacks, and where it is mended."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.forms.quality import QualityForm
from catalogue.permission import curators_only
from catalogue.quality import findings

ROWS = 100


@require_safe
@curators_only
def show_quality(request):
    form, found = QualityForm(request.GET), findings()
    chosen, listed = form.chosen_from(found)
    context = {
        "found": found,
        "chosen": chosen,
        "page": Paginator(listed, ROWS).get_page(form.page_number),
        "is_chosen": bool(form.check_key),
        "total": sum(len(rows) for _, rows in found),
    }
    return render(request, "curation/quality.html", context)
