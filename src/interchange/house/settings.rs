//! What a house has settled for itself, out and in: its lists, templates, cut-offs, series and labels.

use trivsel_domain::{CutOffs, HouseSettings, Labels, Line, Series, Template};

use super::back::Reading;
use super::decimal::Decimal;
use super::rows::{LabelsRow, SeriesRow, SettingsRow, TemplateRow};

pub(super) fn settings(settings: &HouseSettings) -> SettingsRow {
    let template = |t: &Template| TemplateRow { kind: t.kind, text: t.text.clone() };
    let series = |s: &Series| SeriesRow {
        name: s.name().clone(),
        low: Decimal(s.low()),
        high: Decimal(s.high()),
        better: s.better(),
        cut_offs: s.cut_offs().iter().copied().map(Decimal).collect(),
    };
    let labels = |l: &Labels| LabelsRow { instrument: l.instrument, texts: l.lines.to_vec() };
    SettingsRow {
        themes: settings.themes.clone(),
        methods: settings.methods.clone(),
        ors_adult: Decimal(settings.cut_offs.ors_adult),
        ors_young: Decimal(settings.cut_offs.ors_young),
        cors: Decimal(settings.cut_offs.cors),
        srs: Decimal(settings.cut_offs.srs),
        templates: settings.templates.iter().map(template).collect(),
        series: settings.series.iter().map(series).collect(),
        labels: settings.labels.iter().map(labels).collect(),
    }
}

impl Reading {
    /// The lists, where there are any; the format has room for more than one only because a table has no other place
    /// for what there is once.
    pub(super) fn settings(&mut self, mut rows: Vec<SettingsRow>) -> Option<HouseSettings> {
        if rows.len() > 1 {
            self.fault("settings".to_owned());
        }
        let row = rows.pop()?;
        let templates = row.templates.into_iter().map(|t| Template { kind: t.kind, text: t.text });
        let (series, labels) = (row.series.len(), row.labels.len());
        let settings = HouseSettings {
            themes: row.themes,
            methods: row.methods,
            templates: templates.collect(),
            cut_offs: CutOffs {
                ors_adult: row.ors_adult.0,
                ors_young: row.ors_young.0,
                cors: row.cors.0,
                srs: row.srs.0,
            },
            series: row.series.into_iter().filter_map(own_series).collect(),
            labels: row.labels.into_iter().filter_map(own_labels).collect(),
        };
        if settings.series.len() < series {
            self.fault("series: low, high, cut_offs".to_owned());
        }
        if settings.labels.len() < labels {
            self.fault("labels: texts".to_owned());
        }
        Some(settings)
    }
}

fn own_series(row: SeriesRow) -> Option<Series> {
    let cut_offs = row.cut_offs.into_iter().map(|c| c.0).collect();
    Series::new(row.name, row.low.0, row.high.0, row.better, cut_offs).ok()
}

fn own_labels(row: LabelsRow) -> Option<Labels> {
    let lines = <[Line; 4]>::try_from(row.texts).ok()?;
    Some(Labels { instrument: row.instrument, lines })
}
