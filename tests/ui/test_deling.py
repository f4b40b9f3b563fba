"""Finished views are shared by all sessions, which render them at the same time: rendering must not touch them."""

from streamlit.testing.v1 import AppTest


def test_rendering_a_shared_figure_never_changes_it():
    """plotly takes "type" out of a trace while it validates it: whoever renders meanwhile gets an error page."""

    def script():
        from dataclasses import replace

        from queries.standard import newest
        from tests.dag import I_DAG
        from ui import vis
        from views.faelles.filtre import Filters
        from views.noegletal import kort, rangliste, udvikling

        class Frozen(dict):
            def refuse(self, *_, **__):
                raise AssertionError("a shared figure was changed while it was rendered")

            __setitem__ = __delitem__ = pop = popitem = update = setdefault = clear = refuse

        def frozen(en):
            if isinstance(en, dict):
                return Frozen({navn: frozen(vaerdi) for navn, vaerdi in en.items()})
            return [frozen(del_) for del_ in en] if isinstance(en, list) else en

        filters = Filters(datasaet="eksempel", dag=I_DAG)
        for byg in (kort.map_view, rangliste.ranking_view, udvikling.trend_view):
            view = byg(filters, newest())
            vis.show_view(replace(view, figure=frozen(view.figure)))

    test = AppTest.from_function(script, default_timeout=60).run()
    assert [en.message for en in test.exception] == []
    assert len(test.get("plotly_chart")) == 3
