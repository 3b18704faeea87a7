package draft

import "math"

// assign gives each row one column so that the worth of all together is the
// greatest (the Hungarian method). It returns the column of each row, -1 where
// none is worth anything. There may be more columns than rows, or fewer.
func assign(worth [][]float64) []int {
	rows := len(worth)
	if rows == 0 {
		return nil
	}
	width := len(worth[0]) + rows // a row may also stay without
	price := func(i, j int) float64 {
		if j < len(worth[i]) {
			return -worth[i][j]
		}
		return 0
	}
	u, v := make([]float64, rows+1), make([]float64, width+1)
	of, way := make([]int, width+1), make([]int, width+1)
	for i := 1; i <= rows; i++ {
		of[0] = i
		at := 0
		least, used := make([]float64, width+1), make([]bool, width+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for of[at] != 0 {
			used[at] = true
			row, next, delta := of[at], 0, math.Inf(1)
			for j := 1; j <= width; j++ {
				if used[j] {
					continue
				}
				if c := price(row-1, j-1) - u[row] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[of[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			of[at] = of[way[at]]
			at = way[at]
		}
	}
	found := make([]int, rows)
	for i := range found {
		found[i] = -1
	}
	for j := 1; j <= width; j++ {
		if i := of[j] - 1; i >= 0 && j-1 < len(worth[i]) && worth[i][j-1] > 0 {
			found[i] = j - 1
		}
	}
	return found
}
